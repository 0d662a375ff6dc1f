/**
 * Reversals of captures, credits and reversals of credits between merchant and gateway: money that
 * goes back after it was captured. Never an account number and never what was bought. Start with
 * {@link openset.set.data.credit.CapRevOrCredReqData}.
 */
package openset.set.data.credit;
