package vallarta.compact.account;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.web.Page;

/// A page that leads to a provider. It does so by itself (`Refresh`), and by a link: a form may not
/// lead to another site, not even by a redirect (`form-action` of the security policy).
///
/// @param out whether it leads out, after signing out here
record Departure(String label, String address, boolean out) {

  static Departure in(String label, String address) {
    return new Departure(label, address, false);
  }

  static Departure out(String label, String address) {
    return new Departure(label, address, true);
  }

  ModelAndView show(Page page, HttpServletResponse response) {
    response.setHeader("Refresh", "0;url=" + address);
    return page.at(out ? "/" : "/sign-in")
        .named(out ? "account.provider.out-title" : "account.provider.in-title", "label", label)
        .show("account/departure", this);
  }
}
