package openset.gateway.authorization;

import openset.gateway.host.HostAnswer;
import openset.iso8583.host.ResponseCode;
import openset.set.data.auth.AVSResult;
import openset.set.data.auth.AuthRevCode;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapRevOrCredCode;
import openset.set.extension.SecurityCodeResult;

/** Element 39 in SET's words. A code that is not known is a decline (H14). */
final class ResponseCodes {
  private static final int APPROVAL_CODE = 6;

  private ResponseCodes() {}

  static AuthCode auth(String wire) {
    return switch (ResponseCode.of(wire).orElse(ResponseCode.DO_NOT_HONOUR)) {
      case APPROVED, PARTLY_APPROVED -> AuthCode.approved;
      case REFER_TO_ISSUER -> AuthCode.callIssuer;
      case EXPIRED -> AuthCode.expiredCard;
      case INVALID_AMOUNT -> AuthCode.amountError;
      case INVALID_MERCHANT,
          TERMINAL_NOT_PERMITTED,
          INVALID_TRANSACTION,
          DUPLICATE,
          ORIGINAL_NOT_FOUND,
          FORMAT_ERROR ->
          AuthCode.invalidTransaction;
      case ISSUER_UNAVAILABLE -> AuthCode.noReply;
      case IN_PROGRESS, SYSTEM_ERROR -> AuthCode.systemError;
      case DO_NOT_HONOUR,
          UNKNOWN_CARD,
          NO_SUCH_ISSUER,
          LOST_CARD,
          STOLEN_CARD,
          LIMIT_EXCEEDED,
          NOT_PERMITTED,
          AMOUNT_BEYOND_RULE,
          RESTRICTED_CARD,
          COUNT_BEYOND_RULE ->
          AuthCode.declined;
    };
  }

  /** Tag 15 in SET's words. */
  static AVSResult address(String wire) {
    return switch (wire) {
      case "Y" -> AVSResult.fullMatch;
      case "A" -> AVSResult.addressMatchOnly;
      case "Z" -> AVSResult.postalCodeMatchOnly;
      case "N" -> AVSResult.noMatch;
      default -> AVSResult.resultUnavailable;
    };
  }

  /** Tag 16 in OpenSET's words. */
  static SecurityCodeResult securityCode(String wire) {
    return switch (wire) {
      case "M" -> SecurityCodeResult.match;
      case "N" -> SecurityCodeResult.noMatch;
      default -> SecurityCodeResult.resultUnavailable;
    };
  }

  /**
   * Whether an answer to a 0100 leaves open what is held: in progress, a failure, or an approval
   * that lacks its amount or its code.
   */
  static boolean leavesOpen(HostAnswer answer) {
    return switch (ResponseCode.of(answer.responseCode()).orElse(ResponseCode.DO_NOT_HONOUR)) {
      case APPROVED, PARTLY_APPROVED ->
          answer.minor() == 0 || answer.approvalCode().length() != APPROVAL_CODE;
      case IN_PROGRESS, SYSTEM_ERROR -> true;
      default -> false;
    };
  }

  /** Whether a 0410 says that nothing is held any more. */
  static boolean acknowledges(HostAnswer answer) {
    return answer.responseCode().equals(ResponseCode.APPROVED.wire());
  }

  static AuthRevCode reversal(String wire) {
    return switch (ResponseCode.of(wire).orElse(ResponseCode.SYSTEM_ERROR)) {
      case APPROVED -> AuthRevCode.approved;
      case INVALID_AMOUNT -> AuthRevCode.invalidAmount;
      case INVALID_TRANSACTION, DUPLICATE, ORIGINAL_NOT_FOUND ->
          AuthRevCode.invalidTransaction;
      default -> AuthRevCode.unspecifiedFailure;
    };
  }

  static CapRevOrCredCode back(String wire) {
    return switch (ResponseCode.of(wire).orElse(ResponseCode.SYSTEM_ERROR)) {
      case APPROVED -> CapRevOrCredCode.success;
      case DUPLICATE -> CapRevOrCredCode.duplicateRequest;
      case ORIGINAL_NOT_FOUND, INVALID_TRANSACTION -> CapRevOrCredCode.originalNotFound;
      case INVALID_AMOUNT -> CapRevOrCredCode.originalProcessed;
      default -> CapRevOrCredCode.unspecifiedFailure;
    };
  }

  static CapCode cap(String wire) {
    return switch (ResponseCode.of(wire).orElse(ResponseCode.SYSTEM_ERROR)) {
      case APPROVED -> CapCode.success;
      case DUPLICATE -> CapCode.duplicateRequest;
      case INVALID_AMOUNT, INVALID_TRANSACTION, ORIGINAL_NOT_FOUND -> CapCode.invalidAuthData;
      case EXPIRED -> CapCode.authExpired;
      default -> CapCode.unspecifiedFailure;
    };
  }
}
