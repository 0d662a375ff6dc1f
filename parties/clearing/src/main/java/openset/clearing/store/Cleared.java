package openset.clearing.store;

import java.util.Optional;
import openset.iso8583.host.ResponseCode;

/**
 * An item and what became of it.
 *
 * @param number its number in the house
 * @param item what it says
 * @param cycle number of the cycle it is in
 * @param response its receiver's word for good; absent while it is not known
 */
public record Cleared(long number, Item item, long cycle, Optional<ResponseCode> response) {}
