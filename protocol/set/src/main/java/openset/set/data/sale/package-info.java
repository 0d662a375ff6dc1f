/**
 * What merchant and gateway tell each other of a sale, in authorization and capture alike:
 * terminals, batches, instalments, codes. Never an account number and never what was bought. Start
 * with {@link openset.set.data.sale.RRTags}.
 */
package openset.set.data.sale;
