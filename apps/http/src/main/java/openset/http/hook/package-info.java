/**
 * Webhooks over HTTP: which addresses may be told, how an event looks as JSON, how it is signed.
 * Start at {@link openset.http.hook.HookCourier}.
 */
package openset.http.hook;
