import { parse, serialize } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The cookie that carries a browser's access token: no script reads it, and no other site sends it. */
export class SessionCookie {
  private readonly name: string;

  /** With `secure`, browsers send it over HTTPS only, and nobody but this very host can have set it. */
  constructor(private readonly secure: boolean) {
    this.name = secure ? '__Host-phoenix_session' : 'phoenix_session';
  }

  read({ headers }: FastifyRequest): string | undefined {
    return headers.cookie === undefined ? undefined : parse(headers.cookie)[this.name] || undefined;
  }

  write(reply: FastifyReply, token: string, expiresAt: Date): void {
    this.set(reply, token, expiresAt);
  }

  clear(reply: FastifyReply): void {
    this.set(reply, '', new Date(0));
  }

  private set(reply: FastifyReply, value: string, expires: Date): void {
    const { secure, name } = this;
    const rest = { httpOnly: true, sameSite: 'strict', path: '/', secure, expires } as const;
    void reply.header('set-cookie', serialize(name, value, rest));
  }
}
