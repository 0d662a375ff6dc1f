/**
 * The clearing house's HTTP API for its own people: cycles and balances. Start at {@link
 * openset.http.clearing.ClearingApi}.
 */
package openset.http.clearing;
