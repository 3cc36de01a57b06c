package org.jiceng.stack.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortBlockTest {
  // far from the blocks that stacks choose by themselves
  // Below the range from which the system gives ports to clients
  private static final int OFFSET = 20_000;

  @Test
  void aPortInUseIsNamedTogetherWithWhatWantsIt() throws IOException {
    int port = new Ports(OFFSET).member();
    try (ServerSocket stranger = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(stranger.isBound()).isTrue();
      assertThatThrownBy(() -> PortBlock.at(OFFSET))
          .isInstanceOf(StackFailure.class)
          .hasMessage(
              "Port 28082 for the member service is in use by another program;"
                  + " stop it, or choose other ports with --port-offset.");
    }
  }

  @Test
  void theBlockOfALiveStackIsPassedOver() {
    try (PortBlock first = PortBlock.at(OFFSET + 100);
        PortBlock second = PortBlock.free(OFFSET + 100)) {
      assertThat(second.ports().offset()).isNotEqualTo(first.ports().offset());
    }
  }

  @Test
  void theBlockOfALiveStackIsNotGivenToOneWhoInsistsOnIt() {
    try (PortBlock first = PortBlock.at(OFFSET + 200)) {
      assertThatThrownBy(() -> PortBlock.at(first.ports().offset()))
          .hasMessageContaining("Another Jiceng stack of yours has the ports");
    }
  }

  @Test
  void aBlockThatWasGivenBackIsFree() {
    PortBlock.at(OFFSET + 300).close();
    PortBlock.at(OFFSET + 300).close();
  }
}
