# Asks a target which runtimes it has. Read from standard input; writes one framed line, no file.
# The line above this text sets preflight_mark.
preflight_node=$(node -p process.versions.node </dev/null 2>/dev/null)
# A setting of the environment can end Node.js at its start: its version says that it is there.
preflight_dead=
if [ -z "$preflight_node" ]; then
  preflight_dead=$(unset NODE_USE_ENV_PROXY NODE_OPTIONS NODE_USE_SYSTEM_CA; node -p process.versions.node </dev/null 2>/dev/null)
fi
preflight_python=$(python3 -B -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' </dev/null 2>/dev/null)
preflight_curl=$(curl --version </dev/null 2>/dev/null | sed -n '1s/^curl \([0-9.]*\).*/\1/p')
# Only what looks like a version: a wrapper may print anything.
preflight_clean() { printf '%s' "$1" | tr -cd '0-9.'; }
preflight_out="node:$(preflight_clean "$preflight_node" | tr . _),python3:$(preflight_clean "$preflight_python" | tr . _),deadnode:$(preflight_clean "$preflight_dead" | tr . _),curl:$(preflight_clean "$preflight_curl" | tr . _),"
printf '\n<<<openai-preflight %s %s\n%s\n>>>\n' "$preflight_mark" "${#preflight_out}" "$preflight_out"
