import { OID } from './oid';
import { type Content, encForm, encxForm, exForm, exhForm } from './operator';
import { ErrorTBS } from './types/message';
import { HODInput, Offer, OIData } from './types/order';
import { AcqCardCodeMsg, PResData } from './types/outcome';
import {
  InqReqData,
  PANData,
  PANOnly,
  PIData,
  PInitResData,
  PIOILink,
  PITBS,
} from './types/payment';
import {
  AcctInfo,
  CardCInitResTBS,
  CertInqReqTBS,
  CertReqData,
  CertResData,
  RegFormReqData,
  RegFormResTBS,
} from './types/registration';

function content<T>(oid: string, type: Content<T>['type']): Content<T> {
  return { oid, type };
}

/** What is signed or digested in messages of a cardholder, each with its content type. */
export const CONTENT = {
  Offer: content(OID.Offer, Offer),
  HODInput: content(OID.HODInput, HODInput),
  OIData: content(OID.OIData, OIData),
  PIData: content(OID.PIData, PIData),
  PITBS: content(OID.PITBS, PITBS),
  PInitResData: content(OID.PInitResData, PInitResData),
  PResData: content(OID.PResData, PResData),
  InqReqData: content(OID.InqReqData, InqReqData),
  CardCInitResTBS: content(OID.CardCInitResTBS, CardCInitResTBS),
  RegFormResTBS: content(OID.RegFormResTBS, RegFormResTBS),
  CertInqReqTBS: content(OID.CertInqReqTBS, CertInqReqTBS),
  ErrorTBS: content(OID.ErrorTBS, ErrorTBS),
};

/** What is sealed in messages of a cardholder. */
export const FORM = {
  /** EX(P, PI-OILink, PANData) of PReq. */
  PIDualSigned: exForm(OID.PIDualSignedTBE, PIOILink, content(OID.PANData, PANData)),
  /** EncK(AcqCardCodeMsg) of PRes: the receipt. */
  AcqCardCodeMsg: encForm(OID.AcqCardCodeMsgTBE, content(OID.AcqCardCodeMsg, AcqCardCodeMsg)),
  /** EXH(CA, RegFormReqData, PANOnly). */
  RegFormReq: exhForm(OID.RegFormReqTBE, RegFormReqData, content(OID.PANOnly, PANOnly)),
  /** EncX(EE, CA, CertReqData, AcctInfo). */
  CertReq: encxForm(OID.CertReqTBEX, OID.CertReqTBS, CertReqData, AcctInfo),
  /** EncK(CABackKey, CA, CertResData). */
  CertRes: encForm(OID.CertResTBE, content(OID.CertResData, CertResData)),
};
