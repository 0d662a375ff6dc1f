/**
 * A participant's own people: who may sign in, with password and second factor, and what each role
 * may do. Start at {@link openset.signin.SignIn}. Never here: HTTP, cookies, pages.
 */
package openset.signin;
