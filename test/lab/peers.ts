/** The configurations of the real peers: only what the scenarios need of each. */
import path from 'node:path'
import process from 'node:process'
import { program, startDaemon } from './packages.ts'
import type { Daemon } from './packages.ts'
import { run, SYSTEM_PATH } from './namespace.ts'
import type { Authority, Credentials } from '../loopback/pki.ts'

export interface SquidOptions {
  /** `user:password` when it wants Basic. */
  readonly login?: string
  /** Hosts that it denies; `all` denies everything. */
  readonly denies?: readonly string[] | 'all'
  /** Re-signs every connection with this authority; `trusts` is what it accepts behind it. */
  readonly bump?: { readonly authority: Authority; readonly trusts: string }
  /** Lines before the last `http_access`. */
  readonly rules?: readonly string[]
  /** Cuts connections whose ClientHello names this host. */
  readonly terminates?: { readonly name: string; readonly authority: Authority }
}

const SQUID_PORT = 3128

/** Squid with OpenSSL (`squid-openssl`), which asks the name server at 127.0.0.53. */
export function startSquid(options: SquidOptions = {}): Promise<Daemon> {
  const signs = options.bump?.authority ?? options.terminates?.authority
  const helper = '/usr/lib/squid/security_file_certgen'
  return startDaemon({
    program: 'squid',
    port: SQUID_PORT,
    user: 'proxy',
    args: (folder) => ['-N', '-f', path.join(folder, 'squid.conf')],
    files: (folder) => ({
      'squid.conf': squidConfiguration(folder, options, signs !== undefined, helper),
      'signer.pem': signs === undefined ? '' : `${signs.key}${signs.pem}`,
      'trusted.pem': options.bump?.trusts ?? '',
      // Answers "user password" with OK or ERR, as a helper of Squid does.
      'login.sh': `#!/bin/sh\nwhile read -r user password; do\n  if [ "$user:$password" = '${options.login ?? ''}' ]; then echo OK; else echo ERR; fi\ndone\n`,
    }),
    async prepare(folder) {
      if (signs === undefined) return
      await run(helper, ['-c', '-s', path.join(folder, 'certificates'), '-M', '4MB'])
    },
  })
}

function squidConfiguration(
  folder: string,
  options: SquidOptions,
  signs: boolean,
  helper: string,
): string {
  const bumping = signs
    ? [
        `http_port 127.0.0.1:${String(SQUID_PORT)} ssl-bump generate-host-certificates=on dynamic_cert_mem_cache_size=4MB tls-cert=${folder}/signer.pem`,
        `sslcrtd_program ${helper} -s ${folder}/certificates -M 4MB`,
        'sslcrtd_children 1',
        'acl hello at_step SslBump1',
        'ssl_bump peek hello',
      ]
    : [`http_port 127.0.0.1:${String(SQUID_PORT)}`]
  if (options.bump !== undefined) {
    bumping.push('ssl_bump bump all', `tls_outgoing_options cafile=${folder}/trusted.pem`)
  }
  if (options.terminates !== undefined) {
    bumping.push(
      `acl unwanted ssl::server_name ${options.terminates.name}`,
      'ssl_bump terminate unwanted',
      'ssl_bump splice all',
    )
  }
  const access: string[] = []
  if (options.login !== undefined) {
    access.push(
      `auth_param basic program ${folder}/login.sh`,
      'auth_param basic children 1',
      'auth_param basic realm lab',
      'acl known proxy_auth REQUIRED',
      'http_access deny !known',
    )
  }
  if (options.denies === 'all') access.push('http_access deny all')
  else if (options.denies !== undefined) {
    access.push(`acl denied dstdomain ${options.denies.join(' ')}`, 'http_access deny denied')
  }
  return [
    `pid_filename ${folder}/squid.pid`,
    `cache_log ${folder}/cache.log`,
    'access_log none',
    'cache_store_log none',
    'netdb_filename none',
    `coredump_dir ${folder}`,
    'cache deny all',
    'cache_mem 8 MB',
    'pinger_enable off',
    'dns_nameservers 127.0.0.53',
    'dns_timeout 2 seconds',
    'connect_timeout 2 seconds',
    'connect_retries 0',
    'forward_max_tries 1',
    'visible_hostname proxy.example.test',
    'max_filedescriptors 1024',
    ...bumping,
    ...access,
    ...(options.rules ?? []),
    'http_access allow all',
    '',
  ].join('\n')
}

export function startTinyproxy(
  options: { readonly login?: string; readonly denies?: string } = {},
): Promise<Daemon> {
  const [user = '', word = ''] = (options.login ?? '').split(':')
  return startDaemon({
    program: 'tinyproxy',
    port: 8888,
    args: (folder) => ['-d', '-c', path.join(folder, 'tinyproxy.conf')],
    files: (folder) => ({
      filter: `${options.denies ?? 'nothing.invalid'}\n`,
      'tinyproxy.conf': [
        'Port 8888',
        'Listen 127.0.0.1',
        'Timeout 5',
        'MaxClients 20',
        'ConnectPort 443',
        ...(options.login === undefined ? [] : [`BasicAuth ${user} ${word}`]),
        ...(options.denies === undefined ? [] : [`Filter "${folder}/filter"`, 'FilterExtended On']),
        '',
      ].join('\n'),
    }),
  })
}

/** mitmproxy shows a leaf of its own and does not send its root. */
export function startMitmproxy(trusts: string): Promise<Daemon> {
  return startDaemon({
    program: 'mitmdump',
    port: 8080,
    args: (folder) => [
      '--quiet',
      '--listen-host',
      '127.0.0.1',
      '--listen-port',
      '8080',
      '--set',
      `confdir=${folder}`,
      '--set',
      `ssl_verify_upstream_trusted_ca=${path.join(folder, 'trusted.pem')}`,
    ],
    files: () => ({ 'trusted.pem': trusts }),
  })
}

/** Dante: SOCKS5 without login that blocks these addresses. */
export function startDante(
  options: { readonly blocks?: string; readonly method?: 'none' | 'username' } = {},
): Promise<Daemon> {
  const blocked =
    options.blocks === undefined ? [] : [`socks block { from: 0.0.0.0/0 to: ${options.blocks}/32 }`]
  return startDaemon({
    program: 'danted',
    port: 1080,
    args: (folder) => ['-f', path.join(folder, 'danted.conf'), '-p', path.join(folder, 'pid')],
    files: () => ({
      'danted.conf': [
        'logoutput: stderr',
        'internal: 127.0.0.1 port = 1080',
        'external: lo',
        'clientmethod: none',
        `socksmethod: ${options.method ?? 'none'}`,
        'user.privileged: root',
        'user.unprivileged: nobody',
        'client pass { from: 0.0.0.0/0 to: 0.0.0.0/0 }',
        ...blocked,
        'socks pass { from: 0.0.0.0/0 to: 0.0.0.0/0 }',
        '',
      ].join('\n'),
    }),
  })
}

/** nginx with one TLS server; `server` is what stands inside its block. */
export function startNginx(
  place: { readonly host: string; readonly port: number },
  credentials: Credentials,
  server: string,
): Promise<Daemon> {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return startDaemon({
    program: 'nginx',
    ...place,
    args: (folder) => ['-c', path.join(folder, 'nginx.conf'), '-p', folder],
    files: (folder) => ({
      'chain.pem': credentials.cert,
      'key.pem': credentials.key,
      'nginx.conf': [
        'daemon off; master_process off; worker_processes 1;',
        `pid ${folder}/nginx.pid; error_log stderr;`,
        'events { worker_connections 64; }',
        'http {',
        '  access_log off;',
        ...temporary.map((name) => `  ${name}_temp_path ${folder}/${name};`),
        `  ssl_certificate ${folder}/chain.pem; ssl_certificate_key ${folder}/key.pem;`,
        '  proxy_connect_timeout 1s; proxy_read_timeout 1s;',
        `  server { listen ${place.host}:${String(place.port)} ssl; ${server} }`,
        '}',
        '',
      ].join('\n'),
    }),
  })
}

/** HAProxy with one frontend, of TLS where it has credentials; `rules` are lines of it. */
export function startHaproxy(
  place: { readonly host: string; readonly port: number },
  credentials: Credentials | undefined,
  rules: readonly string[],
  bind = '',
): Promise<Daemon> {
  return startDaemon({
    program: 'haproxy',
    ...place,
    args: (folder) => ['-db', '-f', path.join(folder, 'haproxy.cfg')],
    files: (folder) => ({
      'server.pem': credentials === undefined ? '' : `${credentials.cert}${credentials.key}`,
      'haproxy.cfg': [
        'global',
        '  maxconn 50',
        'defaults',
        '  mode http',
        '  timeout connect 1s',
        '  timeout client 3s',
        '  timeout server 1s',
        'frontend lab',
        `  bind ${place.host}:${String(place.port)} ${credentials === undefined ? '' : `ssl crt ${folder}/server.pem ${bind}`}`,
        ...rules.map((rule) => `  ${rule}`),
        '',
      ].join('\n'),
    }),
  })
}

/** dnsmasq where resolv.conf points to; names that no rule knows are refused. */
export function startDnsmasq(rules: readonly string[]): Promise<Daemon> {
  const own = [
    'keep-in-foreground',
    'conf-file=/dev/null',
    'no-resolv',
    'no-hosts',
    'bind-interfaces',
    'listen-address=127.0.0.53',
    'user=root',
    'pid-file=',
  ]
  return startDaemon({
    program: 'dnsmasq',
    host: '127.0.0.53',
    port: 53,
    args: () => [...own, ...rules].map((rule) => `--${rule}`),
    files: () => ({}),
  })
}

/** unbound where resolv.conf points to, with these local zones, e.g. `"api.openai.com." always_refuse`. */
export function startUnbound(zones: readonly string[]): Promise<Daemon> {
  return startDaemon({
    program: 'unbound',
    host: '127.0.0.53',
    port: 53,
    args: (folder) => ['-d', '-c', path.join(folder, 'unbound.conf')],
    files: (folder) => ({
      'unbound.conf': [
        'server:',
        '  interface: 127.0.0.53',
        '  do-daemonize: no',
        '  chroot: ""',
        '  username: ""',
        `  directory: "${folder}"`,
        `  pidfile: "${folder}/unbound.pid"`,
        '  use-syslog: no',
        '  module-config: "iterator"',
        '  access-control: 127.0.0.0/8 allow',
        ...zones.map((zone) => `  local-zone: ${zone}`),
        'remote-control:',
        '  control-enable: no',
        '',
      ].join('\n'),
    }),
  })
}

/**
 * A prefix for a command that shifts its clock, e.g. `+400d`. The wrapper names its shared memory by
 * process id; ids repeat in namespaces, and two runs at once would meet in it. A folder of
 * shared memory for each keeps them apart.
 */
export function shiftedClock(by: string): readonly string[] {
  const own = 'mount -t tmpfs tmpfs /dev/shm && exec "$0" "$@"'
  return ['/bin/sh', '-c', own, program('faketime'), '-f', by]
}

/** Apache as a forward proxy that opens tunnels to port 443. */
export function startApacheProxy(): Promise<Daemon> {
  const modules = ['mpm_event', 'authz_core', 'proxy', 'proxy_connect']
  return startDaemon({
    program: 'apache2',
    port: 8081,
    args: (folder) => ['-DFOREGROUND', '-d', folder, '-f', path.join(folder, 'apache.conf')],
    files: (folder) => ({
      'apache.conf': [
        ...modules.map(
          (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
        ),
        'ServerName proxy.example.test',
        'Listen 127.0.0.1:8081',
        `PidFile ${folder}/apache.pid`,
        `Mutex file:${folder}`,
        `DefaultRuntimeDir ${folder}`,
        `ErrorLog ${folder}/error.log`,
        'ProxyRequests On',
        'AllowCONNECT 443',
        'ProxyTimeout 2',
        '',
      ].join('\n'),
    }),
  })
}

/** Servers that people put in front of a gateway, in clear on loopback: nothing listens behind them. */
export const FRONTS = {
  apache2: () => {
    const modules = ['mpm_event', 'authz_core', 'proxy', 'proxy_http']
    return front('apache2', (folder) => ['-DFOREGROUND', '-d', folder, '-f', `${folder}/config`], [
      ...modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
      'ServerName gateway.example.test',
      `Listen 127.0.0.1:${String(FRONT_PORT)}`,
      'PidFile FOLDER/apache.pid',
      'Mutex file:FOLDER',
      'DefaultRuntimeDir FOLDER',
      'ErrorLog FOLDER/error.log',
      'ProxyPass / http://127.0.0.1:9/',
    ])
  },
  caddy: () =>
    front('caddy', (folder) => ['run', '--adapter', 'caddyfile', '--config', `${folder}/config`], [
      '{',
      'admin off',
      'auto_https off',
      '}',
      `http://127.0.0.1:${String(FRONT_PORT)} {`,
      'reverse_proxy 127.0.0.1:9',
      '}',
    ]),
  haproxy: () =>
    front('haproxy', (folder) => ['-db', '-f', `${folder}/config`], [
      'defaults',
      '  mode http',
      '  retries 0',
      '  timeout connect 1s',
      '  timeout client 3s',
      '  timeout server 1s',
      'listen lab',
      `  bind 127.0.0.1:${String(FRONT_PORT)}`,
      '  server dead 127.0.0.1:9',
    ]),
  varnishd: () =>
    front(
      'varnishd',
      (folder) => [
        '-F',
        '-n',
        `${folder}/work`,
        '-a',
        `127.0.0.1:${String(FRONT_PORT)}`,
        '-f',
        `${folder}/config`,
      ],
      ['vcl 4.1;', 'backend dead { .host = "127.0.0.1"; .port = "9"; }'],
    ),
} as const satisfies Readonly<Record<string, () => Promise<Daemon>>>

export const FRONT_PORT = 8088

function front(
  program: string,
  args: (folder: string) => readonly string[],
  lines: readonly string[],
): Promise<Daemon> {
  return startDaemon({
    program,
    port: FRONT_PORT,
    args,
    files: (folder) => ({ config: `${lines.join('\n').replaceAll('FOLDER', folder)}\n` }),
  })
}

/** Privoxy with nothing to filter; `actions` are lines of an action file. */
export function startPrivoxy(actions: readonly string[] = []): Promise<Daemon> {
  return startDaemon({
    program: 'privoxy',
    port: 8118,
    args: (folder) => ['--no-daemon', path.join(folder, 'config')],
    files: (folder) => ({
      'own.action': `${['{+limit-connect{443}}', '/', ...actions].join('\n')}\n`,
      config: [
        'listen-address 127.0.0.1:8118',
        'confdir /etc/privoxy',
        `actionsfile ${folder}/own.action`,
        'templdir /etc/privoxy/templates',
        `logdir ${folder}`,
        '',
      ].join('\n'),
    }),
  })
}

/** stunnel: TLS in front of a port of this machine; `options` are lines of its service. */
export function startStunnel(
  place: { readonly host: string; readonly port: number },
  credentials: Credentials,
  to: number,
  options: readonly string[] = [],
): Promise<Daemon> {
  return startDaemon({
    program: 'stunnel4',
    ...place,
    args: (folder) => [path.join(folder, 'stunnel.conf')],
    files: (folder) => ({
      'chain.pem': credentials.cert,
      'key.pem': credentials.key,
      'stunnel.conf': [
        'foreground = yes',
        'pid =',
        '[lab]',
        `accept = ${place.host}:${String(place.port)}`,
        `connect = 127.0.0.1:${String(to)}`,
        `cert = ${folder}/chain.pem`,
        `key = ${folder}/key.pem`,
        ...options,
        '',
      ].join('\n'),
    }),
  })
}

/** HAProxy in front of a proxy: it answers CONNECT with this status by itself. */
export function startRefusing(status: number): Promise<Daemon> {
  return startDaemon({
    program: 'haproxy',
    port: 3129,
    args: (folder) => ['-db', '-f', path.join(folder, 'haproxy.cfg')],
    files: () => ({
      'haproxy.cfg': [
        'defaults',
        '  mode http',
        '  timeout connect 1s',
        '  timeout client 3s',
        '  timeout server 1s',
        'frontend lab',
        '  bind 127.0.0.1:3129',
        `  http-request return status ${String(status)} content-type text/plain string "no" if METH_CONNECT`,
        '',
      ].join('\n'),
    }),
  })
}

/** Of npm, by `install.sh`; asks nothing outside until it is asked. */
export const PORTKEY = '/opt/preflight-lab/node_modules/@portkey-ai/gateway/build/start-server.js'

/** Portkey's gateway, in clear on loopback. */
export function startPortkey(): Promise<Daemon> {
  return startDaemon({
    program: PORTKEY,
    port: 8787,
    args: () => ['--port=8787', '--headless'],
    files: () => ({}),
    env: { PATH: `${path.dirname(process.execPath)}:${SYSTEM_PATH}` },
  })
}
