/**
 * What the cardholder is told of the outcome: by the gateway in its receipt, by the merchant in
 * PRes. Never anything the bank keeps to itself. Start with {@link
 * openset.set.data.outcome.Receipt}.
 */
package openset.set.data.outcome;
