# One image for the API (with the pages), the workers and the command-line tools; docker-compose.yml names the program.
FROM node:20-bookworm-slim AS packages
WORKDIR /huiyin
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim
ENV NODE_ENV=production TZ=Asia/Shanghai
WORKDIR /huiyin
COPY --from=packages /huiyin/node_modules ./node_modules
COPY . .
RUN npm run build && mkdir /data && chown node:node /data
USER node
EXPOSE 3000 3001
CMD ["node", "--import", "tsx", "api/main.ts"]
