/**
 * Orders that are paid in several payments, of which the cardholder signs the plan once:
 * instalments and recurring payments, {@code spec/authtoken.md}. Start at {@link
 * openset.merchant.plan.Schedule}.
 */
package openset.merchant.plan;
