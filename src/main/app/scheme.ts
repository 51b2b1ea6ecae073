import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { protocol, type Session } from 'electron';

export const deskOrigin = 'app://local';
export const deskPage = `${deskOrigin}/index.html`;

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

type Asset = { readonly body: Buffer; readonly mediaType: string };

export function registerDeskScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: false,
        corsEnabled: false,
        stream: false,
      },
    },
  ]);
}

/** The window can load these files and no others: read once at start, so no request ever touches a path. */
export function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const mediaType = mediaTypes[extname(entry.name)];
    if (!entry.isFile() || mediaType === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    assets.set(`/${relative(folder, file).split(sep).join('/')}`, {
      body: readFileSync(file),
      mediaType,
    });
  }
  return assets;
}

/** The one policy (security.md §4): our scripts, styles by nonce, one Trusted Types policy, nothing else. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'none'",
    "worker-src 'none'",
    "media-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "child-src 'none'",
    "manifest-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "webrtc 'block'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

function headersFor(asset: Asset, nonce: string): Record<string, string> {
  return {
    'Content-Type': asset.mediaType,
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy':
      'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), clipboard-read=()',
  };
}

/** Serves the fixed map under `app://local/`; anything else is 404. */
export function serveAssets(session: Session, assets: ReadonlyMap<string, Asset>): void {
  session.protocol.handle('app', (request) => {
    const address = new URL(request.url);
    const asset = assets.get(address.pathname);
    if (request.method !== 'GET' || address.host !== 'local' || asset === undefined) {
      return new Response('', { status: 404 });
    }
    const nonce = randomBytes(16).toString('base64');
    const body = asset.mediaType.startsWith('text/html')
      ? asset.body.toString('utf8').replaceAll('__NONCE__', nonce)
      : new Uint8Array(asset.body);
    return new Response(body, { headers: headersFor(asset, nonce) });
  });
}
