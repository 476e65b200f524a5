#!/bin/sh
# Installs the real peers of the lab from Debian or Ubuntu: run as root, or where `sudo` asks for nothing.
# A package that this release does not have is named and left out: its scenarios then count as not run.
set -eu

packages='nftables iproute2 dnsmasq-base unbound squid-openssl tinyproxy mitmproxy dante-server
nginx-light haproxy apache2 caddy varnish privoxy stunnel4 faketime python3 busybox-static curl chromium
openssl golang-go default-jdk-headless libokhttp-java ruby php-cli php-curl php-guzzlehttp-guzzle python3-httpx'

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

# Bun, Deno and Portkey's gateway come as packages of npm, with their programs in them. A download that stands still would
# stand for ever: it is begun anew.
if command -v npm >/dev/null 2>&1; then
  for try in 1 2 3; do
    $as_root env "PATH=$PATH" timeout 120 npm install --silent --no-audit --no-fund --no-save \
      --prefix /opt/preflight-lab bun@1.4.5 deno@2.9.6 @portkey-ai/gateway@1.15.2 && break
  done
  for package in bun deno @portkey-ai/gateway; do
    [ -d "/opt/preflight-lab/node_modules/$package" ] ||
      echo "not available here, left out: $package" >&2
  done
fi

# From Debian's next release, by the mirror of this machine, beside the system and not into it: Python 3.13
# with httpx 0.28, and the sources of Rust's reqwest 0.12, which are built where a cargo is that can. What
# does not come within its time is left out, and its rows are not run.
newer() {
  timeout 240 apt-get -qq -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o Dir::State::Lists="$work/lists" -o Dir::State::Status="$work/status" -o Dir::Cache="$work" \
    -o Dir::Cache::Archives="$work/archives" -o APT::Sandbox::User=root "$@"
}
newer_packages() {
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v security | head -n 1)
  [ -n "$mirror" ] || return 1
  printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s trixie main\n' \
    "${mirror%/}" >"$work/sources.list"
  python='libc6 libpython3.13-minimal python3.13-minimal libpython3.13-stdlib python3.13 libssl3t64
    libexpat1 zlib1g libffi8 libbz2-1.0 liblzma5 libuuid1 python3-httpx python3-httpcore python3-h11
    python3-anyio python3-idna python3-sniffio python3-certifi python3-socksio'
  newer update || return 1
  rust=$(newer -s --no-install-recommends install librust-reqwest-dev | awk '/^Inst librust/ { print $2 }')
  # shellcheck disable=SC2086 # lists on purpose
  (cd "$work/got" && newer download $python $rust) || return 1
  for package in "$work"/got/*.deb; do dpkg-deb -x "$package" "$work/newer" || return 1; done
  $as_root mkdir -p /opt/preflight-lab && $as_root mv "$work/newer" /opt/preflight-lab/newer
}
rust_client() {
  command -v cargo >/dev/null 2>&1 || return 1
  mkdir -p "$work/get/src"
  cp "$here/clients/get.rs" "$work/get/src/main.rs"
  cp "$here/clients/Cargo.toml" "$work/get/Cargo.toml"
  (cd "$work/get" && timeout 300 cargo build --quiet --offline \
    --config 'source.crates-io.replace-with="debian"' \
    --config 'source.debian.directory="/opt/preflight-lab/newer/usr/share/cargo/registry"') &&
    $as_root cp "$work/get/target/debug/get" /opt/preflight-lab/rust-get
}
if grep -q '^ID=debian' /etc/os-release 2>/dev/null && [ ! -e /opt/preflight-lab/newer ]; then
  here=$(cd "$(dirname "$0")" && pwd)
  work=$(mktemp -d)
  mkdir -p "$work/lists/partial" "$work/archives/partial" "$work/got"
  : >"$work/status"
  if newer_packages; then
    rust_client || echo 'not available here, left out: reqwest' >&2
  else
    echo 'not available here, left out: Python 3.13, reqwest' >&2
  fi
  rm -rf "$work"
fi
