import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Our own pages and the API page run, nothing from other hosts does. Component libraries write styles inline. Pictures may come
 * from the tile server of the map, where the operator named one.
 */
export const securityHeaders = (tiles: string | undefined): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...hostOf(tiles)],
        fontSrc: ["'self'", 'data:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
  });

/** `https://*.example.cn` of `https://{s}.example.cn/{z}/{x}/{y}.png`. */
function hostOf(tiles: string | undefined): string[] {
  const origin = tiles === undefined ? undefined : /^https?:\/\/[^/]+/.exec(tiles)?.[0];

  return origin === undefined ? [] : [origin.replace('{s}', '*')];
}

/**
 * An issued document is shown as it was rendered: no script, no link to elsewhere, in no other site's frame. Its origin stays
 * ours, so that the page around it can see how tall it is.
 */
export const documentHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self'; frame-ancestors 'self'; sandbox allow-same-origin",
  'Content-Disposition': 'inline',
} as const;
