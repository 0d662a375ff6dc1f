/**
 * One registration from its first message to its certificates: the authority as a pure function.
 * Where it stands is {@link openset.authority.registration.Registration}, what follows what is
 * {@link openset.authority.registration.RegistrationDesk}. Never here: SQL, sockets, signatures
 * with an issuing key.
 */
package openset.authority.registration;
