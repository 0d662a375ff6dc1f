/**
 * What the gateway's own people see of its work: links, traffic and how long it took, what was
 * refused by which rule, what was approved in an issuer's place, and batches. Nothing here names a
 * card or an order.
 */
package openset.gateway.operation;
