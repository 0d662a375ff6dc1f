/**
 * What the back offices of all participants are built from. A {@link openset.pages.desk.Bureau}
 * says who an office is and where its ways lead; its {@link openset.pages.desk.Guard} opens a page
 * to whoever has the right ({@link openset.signin.Role}); {@link openset.pages.desk.DeskPages} are
 * signing in with a password and a second factor, people, and one's own account. An office adds
 * pages of its own:
 *
 * <pre>{@code
 * private static final Listing<Merchant> MERCHANTS =
 *     Listing.of(
 *             List.of(
 *                 Column.<Merchant>of("id", ID, m -> Cell.link(PATH + "/" + m.id(), m.id()))
 *                     .sorted(Comparator.comparing(Merchant::id)),
 *                 Column.<Merchant>of("due", DUE, m -> new Cell.Amount(m.due())).figures()
 *                     .sorted(Comparator.comparing(Merchant::due)),
 *                 Column.<Merchant>of("state", STATE, m -> new Cell.State("good", OPEN))))
 *         .narrowedBy(Filter.text("name", NAME), Filter.choice("state", STATE, STATES))
 *         .downBy("due");
 *
 * guard.get("/office/merchants", Right.see, this::merchants);
 *
 * private Page merchants(Visit visit, Session session) {
 *   Asked asked = MERCHANTS.asked(visit, "/office/merchants");
 *   List<Merchant> found =
 *       all.stream().filter(m -> asked.allows("state", m.state())).toList();
 *   Table table = MERCHANTS.table(asked, found);   // sorted and paged here, or
 *   Table table = MERCHANTS.table(asked, records.merchants(asked.look()));
 *                                                  // by the database: Column.sorted()
 *   View view = guard.view(visit, session, Words.MERCHANTS, asked.here());
 *   return Page.html(Rendered.text(out -> JtemerchantsGenerated.render(out, null, view, table)));
 * }
 * }</pre>
 *
 * <p>and in the page's template
 *
 * <pre>{@code
 * @template.desk.listing(view = view, table = table, caption = Words.MERCHANTS)
 * @template.desk.chart(view = view, chart = chart)
 * }</pre>
 *
 * <p>A form leads back with {@code Page.see(path + "?said=done")}; what may be said is in the
 * bureau's notices, {@code done} and {@code not-now} everywhere. A {@link openset.pages.desk.Chart}
 * shows counts or amounts as bars, stacked bars or lines, with its figures as a table. What stands
 * within {@code data-live="5"} is renewed every five seconds where scripts run; its {@code id}
 * finds it in the new page.
 */
package openset.pages.desk;
