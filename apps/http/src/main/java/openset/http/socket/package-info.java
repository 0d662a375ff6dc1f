/**
 * What the HTTP server underneath leaves open about sockets: how long a peer may keep us waiting,
 * and which bodies are plain enough to be read.
 *
 * <p>Never sees a route or an answer. Start at {@link openset.http.socket.Connections}.
 */
package openset.http.socket;
