/** Host of a URL as sockets want it: without the brackets of an IPv6 literal. */
export declare function bareHost(hostname: string): string;
/** `host:port` with brackets around an IPv6 address (RFC 3986 §3.2.2); a port of 0 is not known. */
export declare function hostAndPort(host: string, port: number | string): string;
/** Where a URL leads, as sockets want it. */
export declare function destinationOf({ protocol, hostname, port }: URL): {
    readonly host: string;
    readonly port: number;
    readonly secure: boolean;
};
/** Host of a base URL as a person writes it, with a port that is not the usual one; a text that is no URL stands for itself. */
export declare function hostIn(baseUrl: string): string;
