/** What every connection may ask the server: who it is there, and what it may do. */
export const ownPermissions = '$SYS.REQ.USER.INFO';
