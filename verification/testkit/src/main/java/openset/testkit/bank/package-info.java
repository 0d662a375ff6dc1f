/** A bank's issuer on sockets, and customers with accounts there, for tests between banks. */
package openset.testkit.bank;
