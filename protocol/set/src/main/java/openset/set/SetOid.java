package openset.set;

import openset.asn1.ObjectIdentifier;

/**
 * The object identifiers of SET, arc 2.23.42: content types, message extensions, registration form
 * fields and attributes. Those of certificate extensions are where certificates are read.
 *
 * <p>Endings: Data is plain content, TBS is signed, TBE is encrypted, X is the form with an extra
 * part, B the form with baggage.
 */
public final class SetOid {
  /** Secure Electronic Transaction. */
  public static final ObjectIdentifier SET = ObjectIdentifier.of("2.23.42");

  private static final ObjectIdentifier CONTENT_TYPE = SET.arc(0);
  private static final ObjectIdentifier MESSAGE_EXTENSION = SET.arc(1);
  private static final ObjectIdentifier FIELD = SET.arc(2);
  private static final ObjectIdentifier ATTRIBUTE = SET.arc(3);

  /** Content type PANData. */
  public static final ObjectIdentifier PAN_DATA = CONTENT_TYPE.arc(0);

  /** Content type PANToken. */
  public static final ObjectIdentifier PAN_TOKEN = CONTENT_TYPE.arc(1);

  /** Content type PANOnly. */
  public static final ObjectIdentifier PAN_ONLY = CONTENT_TYPE.arc(2);

  /** Content type OIData. */
  public static final ObjectIdentifier OI_DATA = CONTENT_TYPE.arc(3);

  /** Content type PI. */
  public static final ObjectIdentifier PI = CONTENT_TYPE.arc(4);

  /** Content type PIData. */
  public static final ObjectIdentifier PI_DATA = CONTENT_TYPE.arc(5);

  /** Content type PIDataUnsigned. */
  public static final ObjectIdentifier PI_DATA_UNSIGNED = CONTENT_TYPE.arc(6);

  /** Content type HODInput. */
  public static final ObjectIdentifier HOD_INPUT = CONTENT_TYPE.arc(7);

  /** Content type AuthResBaggage. */
  public static final ObjectIdentifier AUTH_RES_BAGGAGE = CONTENT_TYPE.arc(8);

  /** Content type AuthRevReqBaggage. */
  public static final ObjectIdentifier AUTH_REV_REQ_BAGGAGE = CONTENT_TYPE.arc(9);

  /** Content type AuthRevResBaggage. */
  public static final ObjectIdentifier AUTH_REV_RES_BAGGAGE = CONTENT_TYPE.arc(10);

  /** Content type CapTokenSeq. */
  public static final ObjectIdentifier CAP_TOKEN_SEQ = CONTENT_TYPE.arc(11);

  /** Content type PInitResData. */
  public static final ObjectIdentifier P_INIT_RES_DATA = CONTENT_TYPE.arc(12);

  /** Content type PI-TBS. */
  public static final ObjectIdentifier PI_TBS = CONTENT_TYPE.arc(13);

  /** Content type PResData. */
  public static final ObjectIdentifier P_RES_DATA = CONTENT_TYPE.arc(14);

  /** Content type AuthReqTBS. */
  public static final ObjectIdentifier AUTH_REQ_TBS = CONTENT_TYPE.arc(16);

  /** Content type AuthResTBS. */
  public static final ObjectIdentifier AUTH_RES_TBS = CONTENT_TYPE.arc(17);

  /** Content type AuthResTBSX. */
  public static final ObjectIdentifier AUTH_RES_TBSX = CONTENT_TYPE.arc(18);

  /** Content type AuthTokenTBS. */
  public static final ObjectIdentifier AUTH_TOKEN_TBS = CONTENT_TYPE.arc(19);

  /** Content type CapTokenData. */
  public static final ObjectIdentifier CAP_TOKEN_DATA = CONTENT_TYPE.arc(20);

  /** Content type CapTokenTBS. */
  public static final ObjectIdentifier CAP_TOKEN_TBS = CONTENT_TYPE.arc(21);

  /** Content type AcqCardCodeMsg. */
  public static final ObjectIdentifier ACQ_CARD_CODE_MSG = CONTENT_TYPE.arc(22);

  /** Content type AuthRevReqTBS. */
  public static final ObjectIdentifier AUTH_REV_REQ_TBS = CONTENT_TYPE.arc(23);

  /** Content type AuthRevResData. */
  public static final ObjectIdentifier AUTH_REV_RES_DATA = CONTENT_TYPE.arc(24);

  /** Content type AuthRevResTBS. */
  public static final ObjectIdentifier AUTH_REV_RES_TBS = CONTENT_TYPE.arc(25);

  /** Content type CapReqTBS. */
  public static final ObjectIdentifier CAP_REQ_TBS = CONTENT_TYPE.arc(26);

  /** Content type CapReqTBSX. */
  public static final ObjectIdentifier CAP_REQ_TBSX = CONTENT_TYPE.arc(27);

  /** Content type CapResData. */
  public static final ObjectIdentifier CAP_RES_DATA = CONTENT_TYPE.arc(28);

  /** Content type CapRevReqTBS. */
  public static final ObjectIdentifier CAP_REV_REQ_TBS = CONTENT_TYPE.arc(29);

  /** Content type CapRevReqTBSX. */
  public static final ObjectIdentifier CAP_REV_REQ_TBSX = CONTENT_TYPE.arc(30);

  /** Content type CapRevResData. */
  public static final ObjectIdentifier CAP_REV_RES_DATA = CONTENT_TYPE.arc(31);

  /** Content type CredReqTBS. */
  public static final ObjectIdentifier CRED_REQ_TBS = CONTENT_TYPE.arc(32);

  /** Content type CredReqTBSX. */
  public static final ObjectIdentifier CRED_REQ_TBSX = CONTENT_TYPE.arc(33);

  /** Content type CredResData. */
  public static final ObjectIdentifier CRED_RES_DATA = CONTENT_TYPE.arc(34);

  /** Content type CredRevReqTBS. */
  public static final ObjectIdentifier CRED_REV_REQ_TBS = CONTENT_TYPE.arc(35);

  /** Content type CredRevReqTBSX. */
  public static final ObjectIdentifier CRED_REV_REQ_TBSX = CONTENT_TYPE.arc(36);

  /** Content type CredRevResData. */
  public static final ObjectIdentifier CRED_REV_RES_DATA = CONTENT_TYPE.arc(37);

  /** Content type PCertReqData. */
  public static final ObjectIdentifier P_CERT_REQ_DATA = CONTENT_TYPE.arc(38);

  /** Content type PCertResTBS. */
  public static final ObjectIdentifier P_CERT_RES_TBS = CONTENT_TYPE.arc(39);

  /** Content type BatchAdminReqData. */
  public static final ObjectIdentifier BATCH_ADMIN_REQ_DATA = CONTENT_TYPE.arc(40);

  /** Content type BatchAdminResData. */
  public static final ObjectIdentifier BATCH_ADMIN_RES_DATA = CONTENT_TYPE.arc(41);

  /** Content type CardCInitResTBS. */
  public static final ObjectIdentifier CARD_C_INIT_RES_TBS = CONTENT_TYPE.arc(42);

  /** Content type MeAqCInitResTBS. */
  public static final ObjectIdentifier ME_AQ_C_INIT_RES_TBS = CONTENT_TYPE.arc(43);

  /** Content type RegFormResTBS. */
  public static final ObjectIdentifier REG_FORM_RES_TBS = CONTENT_TYPE.arc(44);

  /** Content type CertReqData. */
  public static final ObjectIdentifier CERT_REQ_DATA = CONTENT_TYPE.arc(45);

  /** Content type CertReqTBS. */
  public static final ObjectIdentifier CERT_REQ_TBS = CONTENT_TYPE.arc(46);

  /** Content type CertResData. */
  public static final ObjectIdentifier CERT_RES_DATA = CONTENT_TYPE.arc(47);

  /** Content type CertInqReqTBS. */
  public static final ObjectIdentifier CERT_INQ_REQ_TBS = CONTENT_TYPE.arc(48);

  /** Content type ErrorTBS. */
  public static final ObjectIdentifier ERROR_TBS = CONTENT_TYPE.arc(49);

  /** Content type PIDualSignedTBE. */
  public static final ObjectIdentifier PI_DUAL_SIGNED_TBE = CONTENT_TYPE.arc(50);

  /** Content type PIUnsignedTBE. */
  public static final ObjectIdentifier PI_UNSIGNED_TBE = CONTENT_TYPE.arc(51);

  /** Content type AuthReqTBE. */
  public static final ObjectIdentifier AUTH_REQ_TBE = CONTENT_TYPE.arc(52);

  /** Content type AuthResTBE. */
  public static final ObjectIdentifier AUTH_RES_TBE = CONTENT_TYPE.arc(53);

  /** Content type AuthResTBEX. */
  public static final ObjectIdentifier AUTH_RES_TBEX = CONTENT_TYPE.arc(54);

  /** Content type AuthTokenTBE. */
  public static final ObjectIdentifier AUTH_TOKEN_TBE = CONTENT_TYPE.arc(55);

  /** Content type CapTokenTBE. */
  public static final ObjectIdentifier CAP_TOKEN_TBE = CONTENT_TYPE.arc(56);

  /** Content type CapTokenTBEX. */
  public static final ObjectIdentifier CAP_TOKEN_TBEX = CONTENT_TYPE.arc(57);

  /** Content type AcqCardCodeMsgTBE. */
  public static final ObjectIdentifier ACQ_CARD_CODE_MSG_TBE = CONTENT_TYPE.arc(58);

  /** Content type AuthRevReqTBE. */
  public static final ObjectIdentifier AUTH_REV_REQ_TBE = CONTENT_TYPE.arc(59);

  /** Content type AuthRevResTBE. */
  public static final ObjectIdentifier AUTH_REV_RES_TBE = CONTENT_TYPE.arc(60);

  /** Content type AuthRevResTBEB. */
  public static final ObjectIdentifier AUTH_REV_RES_TBEB = CONTENT_TYPE.arc(61);

  /** Content type CapReqTBE. */
  public static final ObjectIdentifier CAP_REQ_TBE = CONTENT_TYPE.arc(62);

  /** Content type CapReqTBEX. */
  public static final ObjectIdentifier CAP_REQ_TBEX = CONTENT_TYPE.arc(63);

  /** Content type CapResTBE. */
  public static final ObjectIdentifier CAP_RES_TBE = CONTENT_TYPE.arc(64);

  /** Content type CapRevReqTBE. */
  public static final ObjectIdentifier CAP_REV_REQ_TBE = CONTENT_TYPE.arc(65);

  /** Content type CapRevReqTBEX. */
  public static final ObjectIdentifier CAP_REV_REQ_TBEX = CONTENT_TYPE.arc(66);

  /** Content type CapRevResTBE. */
  public static final ObjectIdentifier CAP_REV_RES_TBE = CONTENT_TYPE.arc(67);

  /** Content type CredReqTBE. */
  public static final ObjectIdentifier CRED_REQ_TBE = CONTENT_TYPE.arc(68);

  /** Content type CredReqTBEX. */
  public static final ObjectIdentifier CRED_REQ_TBEX = CONTENT_TYPE.arc(69);

  /** Content type CredResTBE. */
  public static final ObjectIdentifier CRED_RES_TBE = CONTENT_TYPE.arc(70);

  /** Content type CredRevReqTBE. */
  public static final ObjectIdentifier CRED_REV_REQ_TBE = CONTENT_TYPE.arc(71);

  /** Content type CredRevReqTBEX. */
  public static final ObjectIdentifier CRED_REV_REQ_TBEX = CONTENT_TYPE.arc(72);

  /** Content type CredRevResTBE. */
  public static final ObjectIdentifier CRED_REV_RES_TBE = CONTENT_TYPE.arc(73);

  /** Content type BatchAdminReqTBE. */
  public static final ObjectIdentifier BATCH_ADMIN_REQ_TBE = CONTENT_TYPE.arc(74);

  /** Content type BatchAdminResTBE. */
  public static final ObjectIdentifier BATCH_ADMIN_RES_TBE = CONTENT_TYPE.arc(75);

  /** Content type RegFormReqTBE. */
  public static final ObjectIdentifier REG_FORM_REQ_TBE = CONTENT_TYPE.arc(76);

  /** Content type CertReqTBE. */
  public static final ObjectIdentifier CERT_REQ_TBE = CONTENT_TYPE.arc(77);

  /** Content type CertReqTBEX. */
  public static final ObjectIdentifier CERT_REQ_TBEX = CONTENT_TYPE.arc(78);

  /** Content type CertResTBE. */
  public static final ObjectIdentifier CERT_RES_TBE = CONTENT_TYPE.arc(79);

  /** Content type CRLNotificationTBS. */
  public static final ObjectIdentifier CRL_NOTIFICATION_TBS = CONTENT_TYPE.arc(80);

  /** Content type CRLNotificationResTBS. */
  public static final ObjectIdentifier CRL_NOTIFICATION_RES_TBS = CONTENT_TYPE.arc(81);

  /** Content type BCIDistributionTBS. */
  public static final ObjectIdentifier BCI_DISTRIBUTION_TBS = CONTENT_TYPE.arc(82);

  /** Message extension genCrypt: generic cryptogram. */
  public static final ObjectIdentifier EXT_GEN_CRYPT = MESSAGE_EXTENSION.arc(1);

  /** Message extension miAuth: merchant initiated auth. */
  public static final ObjectIdentifier EXT_MI_AUTH = MESSAGE_EXTENSION.arc(3);

  /** Message extension pinSecure. */
  public static final ObjectIdentifier EXT_PIN_SECURE = MESSAGE_EXTENSION.arc(4);

  /** Message extension pinAny. */
  public static final ObjectIdentifier EXT_PIN_ANY = MESSAGE_EXTENSION.arc(5);

  /** Message extension track2. */
  public static final ObjectIdentifier EXT_TRACK2 = MESSAGE_EXTENSION.arc(7);

  /** Message extension cv: additional verification. */
  public static final ObjectIdentifier EXT_CV = MESSAGE_EXTENSION.arc(8);

  /** Registration form field fullName. */
  public static final ObjectIdentifier FIELD_FULL_NAME = FIELD.arc(0);

  /** Registration form field givenName. */
  public static final ObjectIdentifier FIELD_GIVEN_NAME = FIELD.arc(1);

  /** Registration form field familyName. */
  public static final ObjectIdentifier FIELD_FAMILY_NAME = FIELD.arc(2);

  /** Registration form field birthFamilyName. */
  public static final ObjectIdentifier FIELD_BIRTH_FAMILY_NAME = FIELD.arc(3);

  /** Registration form field placeName. */
  public static final ObjectIdentifier FIELD_PLACE_NAME = FIELD.arc(4);

  /** Registration form field identificationNumber. */
  public static final ObjectIdentifier FIELD_IDENTIFICATION_NUMBER = FIELD.arc(5);

  /** Registration form field month. */
  public static final ObjectIdentifier FIELD_MONTH = FIELD.arc(6);

  /** Registration form field date. */
  public static final ObjectIdentifier FIELD_DATE = FIELD.arc(7);

  /** Registration form field address. */
  public static final ObjectIdentifier FIELD_ADDRESS = FIELD.arc(8);

  /** Registration form field telephone. */
  public static final ObjectIdentifier FIELD_TELEPHONE = FIELD.arc(9);

  /** Registration form field amount. */
  public static final ObjectIdentifier FIELD_AMOUNT = FIELD.arc(10);

  /** Registration form field accountNumber. */
  public static final ObjectIdentifier FIELD_ACCOUNT_NUMBER = FIELD.arc(11);

  /** Registration form field passPhrase. */
  public static final ObjectIdentifier FIELD_PASS_PHRASE = FIELD.arc(12);

  /** Certificate attribute rootKeyThumb. */
  public static final ObjectIdentifier ROOT_KEY_THUMB = ATTRIBUTE.arc(0).arc(0);

  /** Certificate attribute additionalPolicy. */
  public static final ObjectIdentifier ADD_POLICY = ATTRIBUTE.arc(0).arc(1);

  /** Content type Offer. OpenSET's own types stand in the example arc, for it has no other. */
  public static final ObjectIdentifier OFFER = ObjectIdentifier.of("2.999.42.1");

  /** Content type AcctInfo, of OpenSET. */
  public static final ObjectIdentifier ACCT_INFO = ObjectIdentifier.of("2.999.42.2");

  /** Content type InqReqData, of OpenSET: the place for it in SET's own arc is not known. */
  public static final ObjectIdentifier INQ_REQ_DATA = ObjectIdentifier.of("2.999.42.3");

  /** Content type PublishedOffer, of OpenSET. */
  public static final ObjectIdentifier PUBLISHED_OFFER = ObjectIdentifier.of("2.999.42.4");

  /** Message extension of BatchAdminReq, of OpenSET: a purge is taken back. */
  public static final ObjectIdentifier RESTORE_PURGED = ObjectIdentifier.of("2.999.42.40");

  /** Message extension of AuthRes, of OpenSET: until when an approved amount is held. */
  public static final ObjectIdentifier AUTH_END = ObjectIdentifier.of("2.999.42.41");

  /** Message extension setext-cv: the code printed on the card, and what was found of it. */
  public static final ObjectIdentifier ADDITIONAL_VERIFICATION =
      ObjectIdentifier.of("2.23.42.1.8");

  /** Message extension of PIHead, of OpenSET: the billing address. */
  public static final ObjectIdentifier BILLING_ADDRESS = ObjectIdentifier.of("2.999.42.42");

  /** Extension of InstallRecurData, of OpenSET: least number of days between two instalments. */
  public static final ObjectIdentifier INSTALMENT_DAYS = ObjectIdentifier.of("2.999.42.50");

  private SetOid() {}
}
