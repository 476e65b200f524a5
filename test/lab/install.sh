#!/bin/sh
# Installs the real peers of the lab from Debian or Ubuntu: run as root, or where `sudo` asks for nothing.
# A package that this release does not have is named and left out: its scenarios then count as not run.
set -eu

packages='nftables iproute2 dnsmasq-base unbound squid-openssl tinyproxy mitmproxy dante-server
nginx-light haproxy apache2 privoxy stunnel4 faketime python3 busybox-static curl chromium
openssl golang-go default-jdk-headless ruby php-cli php-curl python3-httpx'

as_root=''
if [ "$(id -u)" -ne 0 ]; then as_root='sudo -n'; fi

export DEBIAN_FRONTEND=noninteractive

# Debian starts a daemon as soon as it is installed; exit code 101 forbids it (invoke-rc.d(8)).
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' | $as_root tee "$policy" >/dev/null
  $as_root chmod 755 "$policy"
  trap '$as_root rm -f "$policy"' EXIT
fi

$as_root apt-get update -qq

available=''
for package in $packages; do
  if apt-cache show "$package" >/dev/null 2>&1; then
    available="$available $package"
  else
    echo "not available here, left out: $package" >&2
  fi
done

# shellcheck disable=SC2086 # a list on purpose
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $available

# Bun and Deno come as packages of npm, with their programs in them.
if command -v npm >/dev/null 2>&1; then
  $as_root env "PATH=$PATH" npm install --silent --no-audit --no-fund --no-save \
    --prefix /opt/preflight-lab bun@1.4.5 deno@2.9.6 ||
    echo 'not available here, left out: bun deno' >&2
fi
