/**
 * How a merchant or gateway gets its certificates from its authority. Start at {@link
 * openset.conduct.enrolment.Enrolment}. Never here: who is trusted, and which authority is asked;
 * the party's configuration says so.
 */
package openset.conduct.enrolment;
