/**
 * What an item costs: interchange, scheme fee and merchant discount as tables of data with dates,
 * computed with one rounding rule and explained as a formula. Pure: no clock, no SQL. Start at
 * {@link openset.acquirer.fee.FeeTable}.
 */
package openset.acquirer.fee;
