# The shell side of openai-preflight --inside: POSIX sh and curl; looks, and judges nothing.
# Read from standard input as a whole; writes no file. The lines above this text set
# preflight_mark, preflight_do, preflight_names (for facts) and preflight_* of one request (for probe).
set -f
LC_ALL=C
export LC_ALL

preflight_out=
preflight_encode() {
  if command -v base64 >/dev/null 2>&1; then base64 | tr -d '\r\n'
  elif command -v openssl >/dev/null 2>&1; then openssl base64 -A
  else printf '_'; od -An -v -tx1 | tr -d ' \r\n'; fi
}
# $1 a name, $2 its text; nothing of it stands on a command line while printf is part of the shell.
preflight_add() { preflight_out="$preflight_out$1:$(printf '%s' "$2" | preflight_encode),"; }
preflight_send() { printf '\n<<<openai-preflight %s %s\n%s\n>>>\n' "$preflight_mark" "${#preflight_out}" "$preflight_out"; }

# Same length and kinds of characters, none of the value but its public beginning.
preflight_mask() {
  preflight_public=
  for preflight_one in @KEY_BEGINNINGS@; do
    case $1 in "$preflight_one"*) preflight_public=$preflight_one; break ;; esac
  done
  preflight_rest=${1#"$preflight_public"}
  printf '%s' "$preflight_public"
  printf '%s' "$preflight_rest" | sed 's/[a-f]/a/g; s/[g-z]/x/g; s/[A-F]/A/g; s/[G-Z]/X/g; s/[0-9]/0/g'
}

preflight_facts() {
  for preflight_name in $preflight_names $(env | sed -n 's/^\([A-Za-z_][A-Za-z0-9_]*\)=.*/\1/p' |
    grep -i -e openai -e proxy -e _ca_ -e ssl_cert -e bundle -e region -e kubernetes_service_host -e '^identity_' -e '^msi_' -e '^azure_'); do
    eval "preflight_set=\${$preflight_name+x}"
    [ -n "$preflight_set" ] || continue
    eval "preflight_value=\$$preflight_name"
    case $preflight_name in
      *[Kk][Ee][Yy]* | *[Tt][Oo][Kk][Ee][Nn]* | *[Ss][Ee][Cc][Rr][Ee][Tt]* | *[Pp][Aa][Ss][Ss][Ww]* | *[Cc][Rr][Ee][Dd]* | *[Hh][Ee][Aa][Dd][Ee][Rr][Ss]*)
        preflight_value=$(preflight_mask "$preflight_value"; printf x) ;;
      *) preflight_value=$(printf '%s' "$preflight_value" | sed 's#://.*@#://x:x@#'; printf x) ;;
    esac
    # The x keeps line breaks at the end, which decide whether a key can be sent.
    preflight_add "env_$preflight_name" "${preflight_value%x}"
  done
  for preflight_name in SSL_CERT_FILE CURL_CA_BUNDLE NODE_EXTRA_CA_CERTS REQUESTS_CA_BUNDLE; do
    eval "preflight_value=\${$preflight_name:-}"
    [ -n "$preflight_value" ] || continue
    preflight_state=none
    if [ -f "$preflight_value" ] && [ -r "$preflight_value" ]; then
      preflight_state=empty
      grep -q 'BEGIN CERTIFICATE' "$preflight_value" 2>/dev/null && preflight_state=certificates
    fi
    preflight_add "file_$preflight_name" "$preflight_state"
  done
  preflight_add os "$(uname -s 2>/dev/null) $(uname -r 2>/dev/null)"
  preflight_add arch "$(uname -m 2>/dev/null)"
  [ -e /.dockerenv ] || [ -e /run/.containerenv ] && preflight_add container yes
  preflight_add curl "$(curl --version 2>/dev/null)"
  preflight_add debian "$([ -e /etc/debian_version ] && echo yes)"
}

# Backslash and double quote are the characters that a curl configuration takes specially.
preflight_quote() { sed 's/\\/\\\\/g; s/"/\\"/g'; }

preflight_config() {
  printf '%s\n' "$preflight_request"
  [ -n "$preflight_keyheader" ] || return 0
  printf 'header = "%s: %s' "$preflight_keyheader" "$preflight_scheme"
  printf '%s' "$preflight_key" | preflight_quote
  printf '"\n'
}

# A server may echo the key: it does not come back over standard output either. The key reaches
# awk in the environment of that one process. One of fewer than six characters is a word like any
# other (`x`, `none`, `EMPTY` for a gateway that asks for none): taken out, answers would break.
preflight_scrub() {
  if [ "${#preflight_key}" -lt 6 ] || ! command -v awk >/dev/null 2>&1; then cat; return; fi
  PREFLIGHT_KEY=$preflight_key awk '{
    rest = $0; done = ""; key = ENVIRON["PREFLIGHT_KEY"]
    while ((at = index(rest, key)) > 0) { done = done substr(rest, 1, at - 1) "***"; rest = substr(rest, at + length(key)) }
    print done rest
  }'
}

preflight_probe() {
  preflight_key=$preflight_given
  if [ -z "$preflight_key" ] && [ -n "$preflight_variable" ]; then eval "preflight_key=\${$preflight_variable:-}"; fi
  # Somewhere printf is a program of its own: the key would stand on its command line.
  if [ -n "$preflight_keyheader" ]; then
    case $(command -V printf 2>/dev/null) in
      *builtin*) ;;
      *) preflight_add refused printf; return ;;
    esac
  fi
  # Verbose lines may hold headers: only those that speak of addresses are kept.
  preflight_heard=$(
    {
      {
        preflight_config | curl -q -K -
        printf '\n[exit] %s\n' "$?" >&2
      } | { head -c 131072; cat >/dev/null; } | {
        preflight_body=$(preflight_scrub | preflight_encode)
        printf '\n[body] %s\n' "$preflight_body" >&2
      }
    } 2>&1 | grep -e '^\[' -e '^\* *Trying ' -e '^\* connect to ' -e '^\* Connected to ' -e '^\* Established connection to ' -e '^\* Immediate connect fail' -e '^\* CONNECT ' -e '^\* SOCKS5 connect to ' -e '^\* SSL connection using ' | preflight_scrub
  )
  preflight_add heard "$preflight_heard"
  if command -v getent >/dev/null 2>&1; then
    preflight_add getent "$(getent ahosts "$preflight_host" </dev/null 2>/dev/null | sed -n 's/^\([0-9a-fA-F.:]*\) .*/\1/p' | sort -u | sed 8q)"
  fi
  if [ -n "$preflight_key" ] && [ -n "$preflight_salt" ] && command -v openssl >/dev/null 2>&1; then
    preflight_add fingerprint "$(printf '%s' "$preflight_key" | openssl dgst -sha256 -hmac "$preflight_salt" 2>/dev/null | sed 's/.* //' | cut -c1-12)"
  fi
}

case $preflight_do in
  facts) preflight_facts ;;
  probe) preflight_probe ;;
esac
preflight_send
