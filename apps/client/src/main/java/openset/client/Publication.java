package openset.client;

import java.time.Instant;
import java.util.List;

/**
 * An offer that was signed ahead and can be paid without asking the shop first.
 *
 * @param order its name in the API
 * @param until the instant from which it is no longer good
 * @param brands for which it was signed
 * @param initiation wakes a wallet: put it into a letter or a file ({@code .setpay})
 */
public record Publication(
    String order, Instant from, Instant until, List<String> brands, String initiation) {}
