/**
 * What the authority asks banks, and what they answer, as types of its own: who carries it there is
 * no matter here. Start at {@link openset.authority.bank.BankRequest}.
 */
package openset.authority.bank;
