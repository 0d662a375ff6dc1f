package openset.set.message;

import openset.set.data.credit.CapRevOrCredResData;
import openset.set.operator.Enc;

/** An answer about money that was captured before: one form, three content types. */
public sealed interface CapRevOrCredRes extends Message permits CapRevRes, CredRes, CredRevRes {
  /** Data, sealed to the merchant. */
  Enc<CapRevOrCredResData> enc();
}
