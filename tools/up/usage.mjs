export const usage = `Usage: npm start -- [options]

Starts Phoenix on this machine: a broker, a database and every service, until Ctrl-C.

  --instances <service>=<n>  run several instances of a service (may be repeated)
  --json                     print one JSON line with all addresses when ready; everything else on stderr
  --watch                    compile and restart services when a source changes (npm run dev)
  --help                     this text

Environment:
  PORT                       the website's port (8080, else the next free one)
  PHOENIX_HOME               where state is kept between starts (.phoenix in the project)
  NATS_URL                   use this broker instead of starting one
  DATABASE_URL               use this PostgreSQL (an administrator's address) instead of starting one
  PHOENIX_<SERVICE>_DATABASE_URL  another PostgreSQL for one service
  NATS_SERVER                the nats-server binary to start (2.12 or newer)
`;
