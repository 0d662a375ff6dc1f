package openset.cli.config;

/**
 * The back office of a participant's own people.
 *
 * @param firstPassword of its first owner, who is called owner; used while nobody is there
 */
public record StaffOffice(SecretSource firstPassword) {}
