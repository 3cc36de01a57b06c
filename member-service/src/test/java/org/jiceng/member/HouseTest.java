package org.jiceng.member;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jiceng.kit.test.HouseRules;
import org.junit.jupiter.api.Test;

/** The rules of the house that a compiler does not know. */
class HouseTest {
  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.jiceng.member");

  @Test
  void theRulesOfTheHouseHold() {
    HouseRules.check("org.jiceng.member");
  }

  @Test
  void noResourceTouchesTheDatabase() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Resource")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "io.agroal..", "org.jiceng.kit.database..")
        .check(SERVICE);
  }

  @Test
  void whatIsDecidedByRulesKnowsNoDatabaseAndNoHttp() {
    noClasses()
        .that()
        .haveSimpleName("Member")
        .or()
        .haveSimpleName("Transfer")
        .or()
        .haveSimpleName("MobileRegistration")
        .or()
        .haveSimpleName("MobileMember")
        .or()
        .haveSimpleName("Absence")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "jakarta..", "io.quarkus..", "org.jiceng.kit.database..")
        .check(SERVICE);
  }
}
