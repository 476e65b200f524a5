# The command line, for places where a JavaScript action cannot run: docker run --rm -e OPENAI_API_KEY …
# dist/ is self-contained; nothing is installed.
FROM node:24-slim
LABEL org.opencontainers.image.source="https://github.com/openai-preflight/openai-preflight" \
      org.opencontainers.image.licenses="MIT"
WORKDIR /app
COPY package.json LICENSE ./
COPY dist ./dist
USER node
WORKDIR /data
ENTRYPOINT ["node", "/app/dist/cli.js"]
