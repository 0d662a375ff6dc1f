/** Bytes in, bytes out: HTTP servers and clients, media types, limits. */
package openset.http;
