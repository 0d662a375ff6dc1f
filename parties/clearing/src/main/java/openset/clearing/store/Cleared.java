package openset.clearing.store;

import java.util.Optional;
import openset.iso8583.host.ResponseCode;

/**
 * A presentment and what became of it.
 *
 * @param cycle number of the cycle it is in
 * @param response the issuer's word for good; absent while it is not known
 */
public record Cleared(Presentment presentment, long cycle, Optional<ResponseCode> response) {}
