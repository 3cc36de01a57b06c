package org.jiceng.certification.plain;

import java.util.UUID;
import org.jiceng.events.MemberEvent.AbsenceEnded;
import org.jiceng.events.MemberEvent.AbsenceReported;
import org.jiceng.events.MemberEvent.AdmissionRevoked;
import org.jiceng.events.MemberEvent.ExternalTransferAdvanced;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MemberEvent.MobileHostChanged;
import org.jiceng.events.MemberEvent.MobileHostingEnded;
import org.jiceng.events.MemberEvent.MobileMemberHosted;
import org.jiceng.events.MemberEvent.TransferCompleted;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.TransferDirection;
import org.jiceng.events.TransferStep;

/** Admissions, transfers and mobile members; who is affiliated where, {@link Stays} tells. */
final class People extends Things {
  @Override
  void happened(RecordedEvent event) {
    if (event.data() instanceof MemberAdmitted e && e.admittedBy() != null) {
      put("admission", e.memberId(), e.admittedBy(), null);
    } else if (event.data() instanceof AdmissionRevoked e) {
      remove("admission", e.memberId());
    } else if (event.data() instanceof TransferCompleted e) {
      put("transfer in", e.transferId(), e.destinationId(), null);
      put("transfer out", e.transferId(), e.sourceId(), null);
    } else if (event.data() instanceof ExternalTransferAdvanced e
        && e.step() == TransferStep.COMPLETED) {
      external(e.transferId(), e.organizationId(), e.direction());
    } else if (event.data() instanceof MobileMemberHosted e) {
      put("hosted", e.registrationId(), e.hostId(), null);
    } else if (event.data() instanceof MobileHostChanged e) {
      put("hosted", e.registrationId(), e.hostId(), null);
    } else if (event.data() instanceof MobileHostingEnded e) {
      remove("hosted", e.registrationId());
    } else if (event.data() instanceof AbsenceReported e) {
      put("away", e.absenceId(), e.homeId(), null);
    } else if (event.data() instanceof AbsenceEnded e) {
      remove("away", e.absenceId());
    }
  }

  private void external(UUID transfer, UUID organization, TransferDirection direction) {
    boolean out = direction == TransferDirection.OUT;
    put(out ? "transfer out" : "transfer in", transfer, organization, null);
    put(out ? "transfer out of district" : "transfer into district", transfer, organization, null);
  }
}
