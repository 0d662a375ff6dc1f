package openset.interop;

import org.jpos.iso.IFA_LLLBINARY;
import org.jpos.iso.IFB_BINARY;
import org.jpos.iso.packager.ISO87APackagerBBitmap;

/** jPOS's own packager of ISO 8583:1987, with the octets that spec/host-link.md wants as octets. */
final class HostPackager extends ISO87APackagerBBitmap {
  HostPackager() {
    for (int field : new int[] {52, 64, 96, 128}) {
      setFieldPackager(field, new IFB_BINARY(8, "octets"));
    }
    setFieldPackager(127, new IFA_LLLBINARY(999, "tagged data of the host link"));
  }
}
