package vallarta.compact.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.Allowance;
import vallarta.compact.access.Factor;
import vallarta.compact.access.Limited;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.access.OpenToSignedIn;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;

/// Where people sign in with passkeys, add them and remove them. The script of the page asks here
/// what the device is to sign, and sends its answer as a field of the form.
@Controller
@OpenToSignedIn
class PasskeyPages {

  private final PasskeyCeremonies ceremonies;
  private final Passkeys passkeys;
  private final WaysIn ways;
  private final SignInForm form;
  private final AccountOverview overview;

  PasskeyPages(
      PasskeyCeremonies ceremonies,
      Passkeys passkeys,
      WaysIn ways,
      SignInForm form,
      AccountOverview overview) {
    this.ceremonies = ceremonies;
    this.passkeys = passkeys;
    this.ways = ways;
    this.form = form;
    this.overview = overview;
  }

  @OpenToAll
  @PostMapping("/{language}/sign-in/passkey/options")
  @Limited(Allowance.SIGN_IN)
  @ResponseBody
  Map<String, Object> toShow() {
    return ceremonies.toShow();
  }

  @OpenToAll
  @PostMapping("/{language}/sign-in/passkey")
  @Limited(Allowance.SIGN_IN)
  ModelAndView signIn(
      Page page,
      @RequestParam(defaultValue = "") String credential,
      @RequestParam(defaultValue = "") String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      long account = ceremonies.show(credential);
      return form.letIn(page, request, response, account, Factor.PASSKEY, next);
    } catch (DomainFailure failure) {
      return form.again(page, request, next, "", failure, "passkey");
    }
  }

  @PostMapping("/{language}/account/passkeys/options")
  @Limited(Allowance.SIGN_IN)
  @ResponseBody
  Map<String, Object> toAdd(Page page, Actor actor, HttpServletRequest request) {
    overview.mustBeRecent(request);
    return ceremonies.toAdd(actor.account(), page.siteName());
  }

  @PostMapping("/{language}/account/passkeys")
  @Limited(Allowance.SIGN_IN)
  ModelAndView add(
      Page page,
      Actor actor,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String credential,
      HttpServletRequest request) {
    return change(
        page,
        actor,
        request,
        () -> {
          overview.mustBeRecent(request);
          ceremonies.add(actor.account(), name, credential);
        });
  }

  @PostMapping("/{language}/account/passkeys/rename")
  ModelAndView rename(
      Page page,
      Actor actor,
      @RequestParam(defaultValue = "0") long id,
      @RequestParam(defaultValue = "") String name,
      HttpServletRequest request) {
    return change(page, actor, request, () -> passkeys.rename(actor.account(), id, name));
  }

  @PostMapping("/{language}/account/passkeys/remove")
  ModelAndView remove(
      Page page,
      Actor actor,
      @RequestParam(defaultValue = "0") long id,
      HttpServletRequest request) {
    return change(
        page,
        actor,
        request,
        () -> {
          overview.mustBeRecent(request);
          ways.removePasskey(actor.account(), id);
        });
  }

  private ModelAndView change(Page page, Actor actor, HttpServletRequest request, Runnable change) {
    try {
      change.run();
    } catch (DomainFailure failure) {
      return overview.again(page, actor, request, failure, "passkeys");
    }
    return new ModelAndView("redirect:" + page.link("/account"));
  }
}
