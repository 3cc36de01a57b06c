package org.jiceng.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.jiceng", importOptions = ImportOption.DoNotIncludeTests.class)
class ContractsHouseTest {
  @ArchTest
  static final ArchRule contractsDependOnNothingOfOurs =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.jiceng.events",
              "java..",
              "com.fasterxml.jackson..",
              "io.cloudevents..",
              "org.apache.kafka..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule theHouseHoldsFactsAndTheCodecOnly =
      classes()
          .that()
          .areNotRecords()
          .and()
          .areNotEnums()
          .and()
          .areNotInterfaces()
          .should()
          .haveSimpleName("CloudEventCodec")
          .orShould()
          .haveSimpleName("EventTypes")
          .orShould()
          .haveSimpleName("UnreadableEvent");

  @ArchTest
  static final ArchRule everyRecordIsAnEventWithAContractOrWhatTravelsBesideIt =
      classes()
          .that()
          .areRecords()
          .and()
          .doNotHaveSimpleName("RecordedEvent")
          .should()
          .beAssignableTo(DomainEvent.class)
          .andShould()
          .beAnnotatedWith(Contract.class);
}
