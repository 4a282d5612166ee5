# What is built, with all that building takes.
FROM node:24-slim AS build
WORKDIR /zbor
COPY package.json package-lock.json .npmrc ./
# Not `npm ci`: it fails where a registry lacks packages for other platforms, although nothing here needs them.
RUN npm install --no-audit --no-fund
COPY . .
RUN npx nx run-many -t build

# What runs it: no development packages.
FROM node:24-slim AS packages
WORKDIR /zbor
COPY package.json package-lock.json .npmrc ./
RUN npm install --no-audit --no-fund --omit=dev

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /zbor
COPY package.json LICENSE ./
COPY --from=packages /zbor/node_modules node_modules
COPY --from=build /zbor/apps/api/build apps/api/build
COPY --from=build /zbor/apps/web/build apps/web/build
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/api/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/api/build/main.js"]
