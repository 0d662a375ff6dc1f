/** The tables of people and sessions in plain SQL: rows to records and back, no rule. */
package openset.signin.store;
