package openset.acquirer;

import java.util.Optional;

/**
 * What somebody who asks for a merchant certificate says of the merchant.
 *
 * @param acquirerBin the acquirer's BIN
 * @param merchantId the acquirer's number for the merchant
 * @param name the merchant's legal name
 * @param category merchant category code, 4 digits
 * @param origin where its shop is on the web; empty where it has none
 */
public record MerchantClaim(
    String acquirerBin,
    String merchantId,
    String name,
    String category,
    Optional<String> origin) {}
