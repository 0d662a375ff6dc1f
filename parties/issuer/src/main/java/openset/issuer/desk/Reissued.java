package openset.issuer.desk;

import openset.issuer.card.AccountId;
import openset.issuer.card.CardExpiry;
import openset.issuer.card.CardNumber;

/**
 * The card an account has instead of its former one.
 *
 * @param account its account
 * @param number the new number, for its holder
 * @param expiry the new card's last month
 */
public record Reissued(AccountId account, CardNumber number, CardExpiry expiry) {}
