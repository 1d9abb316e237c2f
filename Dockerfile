FROM node:24-bookworm-slim AS manifest
ENV npm_config_update_notifier=false
WORKDIR /phoenix
COPY package.json package-lock.json .npmrc ./

FROM manifest AS packages
RUN --mount=type=cache,target=/root/.npm,sharing=locked npm ci --ignore-scripts

FROM packages AS build
COPY nest-cli.json tsconfig.json tsconfig.build.json ./
COPY libs libs
COPY services services
RUN npm run --silent build

FROM manifest AS production-packages
# What only editors and compilers read is half of the rest.
RUN --mount=type=cache,target=/root/.npm,sharing=locked npm ci --omit=dev --ignore-scripts \
 && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
# A volume takes its owner from the folder that it is first mounted on.
RUN mkdir /keys /data && chown node:node /keys /data
WORKDIR /phoenix
COPY package.json ./
COPY --from=production-packages /phoenix/node_modules node_modules
COPY tools tools
# It names everybody who has a credential.
COPY deploy deploy
COPY --from=build /phoenix/dist dist
# What is compiled now is not compiled at every start, which takes half as long; without settings each only says so.
ENV NODE_COMPILE_CACHE=/phoenix/.compiled
RUN for main in dist/services/*/src/main.js; do node --enable-source-maps "$main" >/dev/null 2>&1 || true; done
USER node
ENTRYPOINT ["node", "--enable-source-maps"]
