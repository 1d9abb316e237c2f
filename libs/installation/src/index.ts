export { Installation } from './installation.js';
