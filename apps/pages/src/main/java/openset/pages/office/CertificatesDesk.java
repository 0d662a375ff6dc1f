package openset.pages.office;

import java.time.Instant;
import java.util.List;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.pages.Rendered;
import openset.pages.desk.Guard;
import openset.pages.desk.View;
import openset.signin.Role.Right;
import openset.signin.Session;

/** The merchant's certificates. */
final class CertificatesDesk {
  static final String PATH = "/office/certificates";

  private final Office office;
  private final Guard guard;

  CertificatesDesk(Office office, Guard guard) {
    this.office = office;
    this.guard = guard;
  }

  List<PageRoute> routes() {
    return List.of(guard.get(PATH, Right.see, this::show));
  }

  private Page show(Visit visit, Session session) {
    View view = guard.view(visit, session, OfficeWords.CERTIFICATES, PATH);
    List<Office.Certified> all = office.certificates().get();
    Instant now = office.clock().instant();
    return Page.html(
        Rendered.text(out -> JtecertificatesGenerated.render(out, null, view, all, now)));
  }
}
