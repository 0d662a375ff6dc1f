/**
 * One authorization from AuthReq to its captures: the gateway as a pure function. Where it stands
 * is {@link openset.gateway.authorization.Authorization}, what follows what is {@link
 * openset.gateway.authorization.AuthorizationDesk}. Never here: SQL, sockets, the order's text.
 */
package openset.gateway.authorization;
