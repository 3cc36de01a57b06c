package org.jiceng.kit.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;

/** The rules of the house that a compiler does not know, for any service. */
public final class HouseRules {
  private HouseRules() {}

  /** Features form no cycles, resources touch no database, no other service is known. */
  public static void check(String servicePackage) {
    JavaClasses service =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(servicePackage);
    slices().matching(servicePackage + ".(*)..").should().beFreeOfCycles().check(service);
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Resource")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "io.agroal..", "jakarta.persistence..")
        .check(service);
    String[] others =
        Stream.of("registry", "member", "activity", "reporting")
            .map(name -> "org.jiceng." + name)
            .filter(name -> !name.equals(servicePackage))
            .map(name -> name + "..")
            .toArray(String[]::new);
    noClasses().should().dependOnClassesThat().resideInAnyPackage(others).check(service);
  }
}
