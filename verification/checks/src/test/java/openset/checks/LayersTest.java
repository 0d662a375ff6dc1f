package openset.checks;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import openset.checks.tidy.Repository;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls of the house, over the compiled classes of every room. */
final class LayersTest {
  private static final String[] PARTIES = {
    "cardholder", "merchant", "gateway", "authority", "acquirer", "issuer", "clearing"
  };
  /** Where programs that are not ours may stand beside ours. */
  private static final List<Path> BESIDE =
      List.of(
          Path.of("pom.xml"),
          Path.of("verification/interop/pom.xml"),
          Path.of("verification/bench/pom.xml"));

  private static JavaClasses house;

  @BeforeAll
  static void readTheHouse() {
    house =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("openset");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asn1", "crypto", "iso8583", "store", "ledger", "pki", "set", "conduct", "merchant",
        "gateway", "acquirer", "issuer", "clearing", "http", "pages", "privacy", "theatre", "cli"
      })
  void theDetectorSeesEveryRoom(String room) {
    assertThat(
            house.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> (name + ".").startsWith("openset." + room + ".")))
        .hasSizeGreaterThan(5);
  }

  @Test
  void theDetectorFindsAPlantedOffence() {
    ArchRule planted = noClasses().that(alwaysTrue()).should().dependOnClassesThat(alwaysTrue());
    assertThatThrownBy(() -> planted.check(house)).isInstanceOf(AssertionError.class);
  }

  @Test
  void packagesHaveNoCircles() {
    slices().matching("openset.(**)").should().beFreeOfCycles().check(house);
  }

  @Test
  void partiesNeverImportEachOther() {
    for (String party : PARTIES) {
      List<String> others =
          java.util.Arrays.stream(PARTIES).filter(other -> !other.equals(party)).toList();
      noClasses()
          .that()
          .resideInAPackage("openset." + party + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              others.stream().map(other -> "openset." + other + "..").toArray(String[]::new))
          .allowEmptyShould(true)
          .check(house);
    }
  }

  @Test
  void lowerFloorsNeverUseHigherOnes() {
    never(
        new String[] {"openset.asn1..", "openset.crypto..", "openset.iso8583..",
          "openset.store..", "openset.ledger.."},
        new String[] {"openset.pki..", "openset.set..", "openset.conduct..", "openset.http..",
          "openset.cli..", "openset.merchant..", "openset.gateway..", "openset.issuer.."});
    never(
        new String[] {"openset.pki..", "openset.set..", "openset.evidence.."},
        new String[] {"openset.conduct..", "openset.http..", "openset.cli..", "openset.store.."});
    never(
        new String[] {"openset.conduct..", "openset.merchant..", "openset.gateway..",
          "openset.issuer..", "openset.acquirer..", "openset.clearing.."},
        new String[] {"openset.http..", "openset.cli.."});
  }

  @Test
  void theMerchantCannotNameTheAccountNumber() {
    never(
        new String[] {"openset.merchant..", "openset.set.treatment.merchant.."},
        new String[] {"openset.set.data.card.."});
  }

  @Test
  void theGatewayCannotNameTheOrder() {
    noClasses()
        .that()
        .resideInAnyPackage("openset.gateway..", "openset.set.treatment.gateway..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("openset\\.set\\.data\\.order\\.(Offer|OrderLine|OrderTree|Delivery).*")
        .check(house);
  }

  @Test
  void banksNeverSpeakSet() {
    never(
        new String[] {"openset.acquirer..", "openset.issuer..", "openset.clearing.."},
        new String[] {"openset.set..", "openset.pki..", "openset.evidence..", "openset.conduct.."});
  }

  @Test
  void sqlStaysInTheStores() {
    noClasses()
        .that()
        .resideOutsideOfPackages("openset.store..", "openset.ledger..", "openset..store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.jdbi..")
        .check(house);
  }

  @Test
  void providersStayBehindCryptoAndPki() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "openset.crypto..", "openset.pki..", "openset.http..", "openset.client..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.crypto..", "org.bouncycastle..", "org.conscrypt..")
        .check(house);
  }

  /** They are peers of tests and of the bench, under a licence that is not ours (decision 0034). */
  @Test
  void nothingThatIsShippedKnowsJposOrJ8583() {
    noClasses()
        .that()
        .resideOutsideOfPackages("openset.interop..", "openset.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jpos..", "com.solab..")
        .check(house);
    Repository repository = Repository.here();
    List<Path> rooms =
        repository
            .files("pom.xml")
            .filter(pom -> repository.text(pom).orElseThrow().contains("<artifactId>jpos<"))
            .toList();
    assertThat(rooms).isSubsetOf(BESIDE);
  }

  /** It goes into shops that have nothing else of ours, so it has its HMAC from the JDK. */
  @Test
  void theClientUsesNoOtherRoom() {
    noClasses()
        .that()
        .resideInAPackage("openset.client..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("openset\\.(?!client\\.).*|org\\.bouncycastle\\..*")
        .check(house);
  }

  @Test
  void onlyThePrivacyMeterReadsWhatLiesSealedWithoutProof() {
    DescribedPredicate<JavaCall<?>> peeks =
        DescribedPredicate.describe(
            "Vault.peek or KeyFile.material",
            call ->
                call.getTargetOwner().getPackageName().equals("openset.crypto")
                    && Set.of("peek", "material").contains(call.getName()));
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "openset.crypto..", "openset.privacy..", "openset.cli.privacy..")
            .should()
            .callCodeUnitWhere(peeks);
    rule.check(house);
    ArchRule planted = noClasses().should().callCodeUnitWhere(peeks);
    assertThatThrownBy(() -> planted.check(house)).isInstanceOf(AssertionError.class);
  }

  @Test
  void thePrivacyMeterNeedsNobodyItMeasures() {
    never(
        new String[] {"openset.privacy.."},
        new String[] {"openset.merchant..", "openset.gateway..", "openset.issuer..",
          "openset.acquirer..", "openset.clearing..", "openset.authority..",
          "openset.cardholder..", "openset.conduct..", "openset.http..", "openset.cli.."});
  }

  private static void never(String[] these, String[] those) {
    noClasses()
        .that()
        .resideInAnyPackage(these)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(those)
        .check(house);
  }
}
