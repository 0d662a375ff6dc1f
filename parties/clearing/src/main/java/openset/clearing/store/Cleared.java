package openset.clearing.store;

import java.util.Optional;
import openset.iso8583.host.ResponseCode;

/**
 * A presentment and what became of it.
 *
 * @param response the issuer's word for good; absent while it is not known
 * @param cycle number of the cycle it went into, when the issuer took it
 */
public record Cleared(
    Presentment presentment, Optional<ResponseCode> response, Optional<Long> cycle) {}
