/**
 * Bytes in, bytes out: the HTTP server every participant listens with, its limits and its routes.
 *
 * <p>Knows media types, sizes, times, rates and keys; never what a SET message or an order means.
 * Start reading at {@link openset.http.HttpServer}, then {@link openset.http.Mount}.
 */
package openset.http;
